import { Injectable } from '@nestjs/common';
import { metrics } from './metrics';
import type { Recheck } from './recheck';
import type { Viewer } from './viewer';

/** Whether a recheck is about this viewer; one whose subject is still being read might be meant by any. */
const concerns = (question: Recheck, { subject, credential }: Viewer): boolean => {
  if ('linkId' in question) return credential.kind === 'link' && credential.id === question.linkId;
  if (!subject) return true;
  if ('sid' in question) return subject.sid === question.sid;
  if (subject.linkId !== null && question.linkIds.includes(subject.linkId)) return true;
  return (
    subject.personId === question.personId && (question.projectId === null || subject.projectId === question.projectId)
  );
};

/** Every screen of this replica, open or about to be. */
@Injectable()
export class Viewers {
  private readonly all = new Set<Viewer>();
  private readonly byAddress = new Map<string, number>();
  private readonly byProject = new Map<string, number>();

  get size(): number {
    return this.all.size;
  }

  add(viewer: Viewer): void {
    this.all.add(viewer);
    metrics.viewers.set(this.all.size);
    shift(this.byAddress, viewer.address, 1);
    shift(this.byProject, viewer.projectId, 1);
  }

  remove(viewer: Viewer): void {
    if (!this.all.delete(viewer)) return;
    metrics.viewers.set(this.all.size);
    shift(this.byAddress, viewer.address, -1);
    shift(this.byProject, viewer.projectId, -1);
  }

  at(address: string): number {
    return this.byAddress.get(address) ?? 0;
  }

  on(projectId: string): number {
    return this.byProject.get(projectId) ?? 0;
  }

  concernedBy(question: Recheck): Viewer[] {
    return [...this.all].filter((viewer) => concerns(question, viewer));
  }

  [Symbol.iterator](): Iterator<Viewer> {
    return this.all.values();
  }
}

const shift = (counts: Map<string, number>, key: string, by: number): void => {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
};
