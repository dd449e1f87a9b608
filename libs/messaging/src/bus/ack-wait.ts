/** How long a reader has before a message counts as unanswered and comes back, in milliseconds. */
export const ackWaitMs = 10_000;
