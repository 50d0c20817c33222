export { memoryWorkbook, type MemoryCell, type MemorySheet, type MemoryWorkbook } from './memoryWorkbook';
