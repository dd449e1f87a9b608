const field = (error: object, name: string): unknown => Reflect.get(error, name);

/**
 * What a log may say of an error. Database errors quote statements with their values, so of those only the SQLSTATE, the
 * constraint and the place in our code are kept.
 */
export const errorFields = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = field(error, 'code');
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const sqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  if (!sqlState) return { type: error.name, code, message: error.message, stack };
  return { type: error.name, code, constraint: field(error, 'constraint'), table: field(error, 'table'), stack };
};
