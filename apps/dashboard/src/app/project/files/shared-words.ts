import type { ProjectFile } from '@porchlight/contracts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `3 photos and 1 document`; nothing for none. */
export function howMany(files: readonly Pick<ProjectFile, 'kind'>[]): string {
  const photos = files.filter(({ kind }) => kind === 'photo').length;
  const documents = files.length - photos;
  return [
    ...(photos > 0 ? [counted(photos, 'photo', 'photos')] : []),
    ...(documents > 0 ? [counted(documents, 'document', 'documents')] : []),
  ].join(' and ');
}

/** What can be seen of these by whoever has a link. */
export function sharedSentence(files: readonly Pick<ProjectFile, 'kind' | 'sharedAt'>[]): string {
  const shared = files.filter(({ sharedAt }) => sharedAt !== null);
  if (shared.length === 0) return 'Nothing of this is shared: only your staff sees it.';
  return `${howMany(shared)} of ${files.length} ${shared.length === 1 ? 'is' : 'are'} shared: anyone with a link sees ${shared.length === 1 ? 'it' : 'them'}.`;
}
