import { describe, expect, it } from '@jest/globals';
import { isReplySubject } from './reply-subject';

describe('where an answer may go', () => {
  it.each(['_INBOX_gateway.abc.1', 'portal.control.reply.identity.abc'])('to %s', (subject) => {
    expect(isReplySubject(subject)).toBe(true);
  });

  it.each([undefined, '', 'portal.fact.project.v1', '$JS.API.STREAM.PURGE.PORTAL', 'projects.task.changed.v1'])(
    'not to %s',
    (subject) => {
      expect(isReplySubject(subject)).toBe(false);
    },
  );
});
