/** Reads what we remembered in the workbook under `key`, as text; undefined when there is nothing. One round trip. */
export const readSetting = async (context: Excel.RequestContext, key: string): Promise<string | undefined> => {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load('value');
  await context.sync();
  if (setting.isNullObject) return undefined;
  const value: unknown = setting.value;
  return typeof value === 'string' ? value : undefined;
};

/** Remembers a text in the workbook; it is stored with the file and travels with it. One round trip. */
export const saveSetting = async (context: Excel.RequestContext, key: string, value: string): Promise<void> => {
  context.workbook.settings.add(key, value);
  await context.sync();
};
