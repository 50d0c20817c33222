/** A thread of OfficeDev/office-js. */
export const issue = (number: number): string => `https://github.com/OfficeDev/office-js/issues/${String(number)}`;

/** A page of Microsoft's documentation, by its last part. */
export const docs = (page: string): string => `Microsoft: ${page}`;

/** What no document says: how we read the others. */
export const ours = (reading: string): string => `our reading: ${reading}`;
