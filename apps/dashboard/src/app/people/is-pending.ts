/** Whether an answer says that some screen is still being closed. */
export const isPending = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && Reflect.get(answer, 'status') === 'pending';
