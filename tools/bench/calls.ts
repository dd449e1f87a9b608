export type Call = { readonly id: number; readonly name: string; readonly given: unknown };
export type Answer = { readonly id: number; readonly result?: unknown; readonly fault?: string };

/** In a program of the bench: answers what the bench asks of it. */
export const answerCalls = (calls: Record<string, (given: never) => unknown>): void => {
  process.on('message', ({ id, name, given }: Call) => {
    void Promise.resolve()
      .then(() => calls[name]?.(given as never))
      .then(
        (result) => process.send?.({ id, result } satisfies Answer),
        (error: unknown) => process.send?.({ id, fault: String(error) } satisfies Answer),
      );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ id: 0 } satisfies Answer);
};
