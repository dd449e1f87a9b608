const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Paths of the keys that are in `given` but not in `kept`, e.g. `items.0.budget`: what a schema left out. */
export const strippedKeys = (given: unknown, kept: unknown, path = ''): string[] => {
  if (!isRecord(given) || !isRecord(kept)) return [];
  return Object.keys(given).flatMap((key) => {
    const here = path === '' ? key : `${path}.${key}`;
    return key in kept ? strippedKeys(given[key], kept[key], here) : [here];
  });
};
