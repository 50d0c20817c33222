export type { MemoryCell, MemorySheet } from './memorySheet';
export { memoryWorkbook, type MemoryWorkbook } from './memoryWorkbook';
