import { describe, expect, it } from '@jest/globals';
import { whatWasDone } from './activity-words';

describe('the activity of a project, in words', () => {
  it.each([
    ['changed', 'task', 'changed the task'],
    ['submitted', 'task', 'submitted for review the task'],
    ['created', 'update', 'created an update'],
    ['created', 'file', 'added the file'],
    ['shared', 'file', 'shared the file'],
    ['unshared', 'file', 'stopped sharing the file'],
    ['confirmed', 'project', 'confirmed what your customer sees'],
  ] as const)('%s, %s: %s', (action, subject, words) => {
    expect(whatWasDone({ action, subject })).toBe(words);
  });
});
