export declare const cellsOfHucre: (file: string) => Promise<number>;
export declare const filledCells: (rows: readonly (readonly unknown[])[]) => number;
export declare const lookAtBytes: (file: string) => number;
