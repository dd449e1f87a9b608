/** Thrown for a message that will never be applied, however often it comes: it becomes a dead letter at once. */
export class Unprocessable extends Error {}
