import { until, type Client } from '@porchlight/testing';

export interface WorkPlace {
  readonly owner: Client;
  readonly viewer: Client;
  readonly companyId: string;
  readonly projectId: string;
}

const workers = 4;
let works = 0;

/** People at work by every service at once, each sending the next request when the last is answered. */
export class Work {
  /** What was answered with success, and so must not be missing anywhere. */
  readonly milestones: string[] = [];
  readonly invited: string[] = [];
  private readonly refused: string[] = [];
  private readonly rounds: number[] = Array.from({ length: workers }, () => 0);
  private readonly name = `work ${(works += 1)}`;
  private working = true;
  private readonly ended: Promise<unknown>;

  constructor(private readonly place: WorkPlace) {
    this.ended = Promise.all(this.rounds.map((_, worker) => this.labour(worker)));
  }

  /** Until each has finished what it was at, and so has the answer to all that it sent before. */
  async round(): Promise<void> {
    const from = [...this.rounds];
    await until(
      () => this.rounds.every((done, worker) => done > (from[worker] ?? 0)),
      60_000,
      () => {
        return `they stand still: ${this.refused.join('; ')}`;
      },
    );
  }

  /** Gives every request that was not answered as it should be. */
  async end(): Promise<string[]> {
    this.working = false;
    await this.ended;
    return this.refused;
  }

  private async labour(worker: number): Promise<void> {
    const { owner, viewer, companyId, projectId } = this.place;
    for (let nth = 0; this.working; nth += 1) {
      const id = `${this.name}, ${worker}.${nth}`;
      const milestone = { name: `Milestone of ${id}`, targetDate: '2027-02-01', section: 'execution' };
      await this.asked(
        201,
        id,
        () => owner.post(`/api/projects/${projectId}/milestones`, milestone),
        () => this.milestones.push(milestone.name),
      );
      const email = `${id.replaceAll(/\W+/g, '-')}@home.example`;
      // A mailbox is told once a round by one; the company may invite so many an hour.
      if (worker === 0 && nth < 5)
        await this.asked(
          201,
          id,
          () => owner.post('/api/identity/invitations', { email, role: 'customer', projectId }),
          () => this.invited.push(email),
        );
      await this.asked(200, id, () => owner.get('/api/identity/me'));
      await this.asked(200, id, () => owner.get(`/api/leads?companyId=${companyId}`));
      await this.asked(200, id, () => owner.get(`/api/notifications/notices?companyId=${companyId}`));
      await this.asked(200, id, () => viewer.get(`/api/portal/${projectId}`));
      this.rounds[worker] = nth + 1;
    }
  }

  private async asked(
    status: number,
    id: string,
    ask: () => ReturnType<Client['get']>,
    then: () => void = () => undefined,
  ): Promise<void> {
    try {
      const reply = await ask();
      if (reply.status === status) then();
      else this.refused.push(`${id}: ${reply.status} ${JSON.stringify(reply.body)}`);
    } catch (error) {
      this.refused.push(`${id}: ${String(error)}`);
    }
  }
}
