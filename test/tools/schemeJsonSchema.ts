import { z } from 'zod';
import { AnyScheme } from '../../src/schemes/schema';

/** The scheme file's shape as JSON Schema 2020-12, for editors; the linters check more than a schema can say. */
export const schemeJsonSchema = (): object => z.toJSONSchema(AnyScheme, { io: 'input' });
