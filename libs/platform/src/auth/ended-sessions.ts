/**
 * Knows which sessions ended before their tokens did. `messaging` keeps it from identity's control messages;
 * identity itself reads its own tables.
 */
export abstract class EndedSessions {
  /** Throws when it cannot know, which the caller answers with 503: a session is never believed for want of news. */
  abstract isEnded(sid: string): Promise<boolean>;
}
