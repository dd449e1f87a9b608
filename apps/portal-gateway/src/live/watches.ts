import { Injectable } from '@nestjs/common';
import { hintSubject } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Log } from '@porchlight/platform';
import { bothOf, PortalFacts } from '../view/portal-facts';
import { portalViewOf } from '../view/portal-view';
import { ViewFrame } from './frame';
import { portalHintSchema } from './hint';
import { Lease } from './lease';
import type { Viewer } from './viewer';
import { Watch } from './watch';

interface Watched {
  readonly watch: Watch;
  /** Resolves once the server has our interest in the project's hints. */
  readonly subscribed: Promise<void>;
  readonly unsubscribe: () => void;
}

/** The projects somebody looks at on this replica; only their hints are subscribed to. */
@Injectable()
export class Watches {
  private readonly watched = new Map<string, Watched>();

  constructor(
    private readonly bus: Bus,
    private readonly portals: PortalFacts,
    private readonly lease: Lease,
    private readonly log: Log,
  ) {}

  /** Subscribes, flushes, then reads, so that no change falls in between. Rejects when the bus or database is away. */
  async join(viewer: Viewer): Promise<Watch> {
    const { watch, subscribed } = this.watchedOf(viewer.projectId);
    watch.add(viewer);
    await subscribed;
    await watch.refresh();
    return watch;
  }

  leave(viewer: Viewer): void {
    const watched = this.watched.get(viewer.projectId);
    watched?.watch.remove(viewer);
    if (!watched?.watch.isEmpty) return;
    watched.unsubscribe();
    this.watched.delete(viewer.projectId);
  }

  /** The watched projects with the version shown of each. */
  versions(): Map<string, number> {
    return new Map([...this.watched].map(([projectId, { watch }]) => [projectId, watch.version]));
  }

  /** Reads a project's view anew; whoever shows less gets it. `changedAt`: when what is new was accepted, if that is known. */
  refresh(projectId: string, changedAt?: Date): void {
    this.watched
      .get(projectId)
      ?.watch.refresh(changedAt)
      // The next sweep reads it.
      .catch((error: unknown) => this.log.warn({ err: error, projectId }, 'a view could not be read'));
  }

  catchUp(viewer: Viewer): void {
    this.watched.get(viewer.projectId)?.watch.catchUp(viewer);
  }

  private watchedOf(projectId: string): Watched {
    const known = this.watched.get(projectId);
    if (known) return known;
    const unsubscribe = this.bus.subscribe(hintSubject(projectId), (hint) => {
      const { changedAt } = portalHintSchema.parse(hint);
      this.refresh(projectId, changedAt === undefined ? undefined : new Date(changedAt));
    });
    const watch = new Watch(
      (above) => this.read(projectId, above),
      () => this.lease.isHeld(),
    );
    const watched = { watch, unsubscribe, subscribed: this.bus.flush() };
    this.watched.set(projectId, watched);
    return watched;
  }

  private async read(projectId: string, above: number): Promise<ViewFrame | null> {
    const stored = await this.portals.stored(projectId);
    const facts = stored && bothOf(stored);
    if (!facts || facts.projectVersion + facts.shellVersion <= above) return null;
    return new ViewFrame(portalViewOf(facts));
  }
}
