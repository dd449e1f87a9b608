import { inject, Injectable } from '@angular/core';
import type { Confirmation } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded } from '../../api/loaded';
import { ProjectStore } from '../project-store';

/** When the builder last stood by what the customer sees. */
@Injectable()
export class ConfirmationStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  readonly confirmation = new Loaded<Confirmation>(() =>
    this.api.get<Confirmation>(this.project.path('/confirmation')),
  );

  /** After a change that the customer sees, which counts as a confirmation. */
  renew(): void {
    if (this.confirmation.value()) void this.confirmation.load();
  }

  async confirm(): Promise<void> {
    this.confirmation.set(await this.api.post<Confirmation>(this.project.path('/confirm')));
  }
}
