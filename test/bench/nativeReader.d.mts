export declare const nativeReaderIsThere: () => boolean;
export declare const cellsOfSheetKit: (bytes: Uint8Array) => number;
export declare const cellsInFile: (file: string) => number;
