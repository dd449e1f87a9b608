import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { NoticeList } from '@porchlight/contracts';
import { Api } from '../api/api';
import { onHint } from '../api/hints';
import { Loaded, onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';

const path = '/api/notifications';

/** What the bell tells of the chosen company. */
@Injectable()
export class Notices {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  readonly list = new Loaded<NoticeList>(() =>
    this.api.get<NoticeList>(`${path}/notices`, { ...this.chosen.query(), limit: 50 }),
  );
  readonly unseen = computed(() => this.list.value()?.unseen ?? 0);
  /** Only the staff has a bell. */
  readonly isThere = computed(() => this.chosen.may('notice.read'));
  private readonly query = computed(() => (this.isThere() ? this.chosen.query() : {}));

  constructor() {
    effect(() => {
      if ('companyId' in this.query()) untracked(() => void this.list.restart());
    });
    onHint(`${path}/changes`, this.query, () => this.renew());
    onReturn(() => this.renew());
  }

  /** All that is shown was seen. What comes meanwhile was not. */
  async markSeen(): Promise<void> {
    const [newest] = this.list.value()?.items ?? [];
    if (!newest || this.unseen() === 0) return;
    await this.api.post(`${path}/notices/seen`, { upTo: newest.id });
    await this.list.load();
  }

  private renew(): void {
    if (this.isThere()) void this.list.load();
  }
}
