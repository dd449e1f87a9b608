import { inject, Injectable } from '@angular/core';
import type { registrationSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { anonymous } from '../session/anonymous';

/** Whether companies may register here themselves; asked once for each page that wants to know. */
@Injectable({ providedIn: 'root' })
export class Registration {
  private readonly api = inject(Api);
  private readonly said = new Loaded(() =>
    this.api.get<z.infer<typeof registrationSchema>>('/api/identity/registration', {}, anonymous()),
  );

  readonly open = (): boolean => this.said.value()?.open === true;
  readonly closed = (): boolean => this.said.value()?.open === false;
  /** Nothing is known yet, and may be soon. */
  readonly asking = (): boolean => this.said.value() === null && this.said.error() === null;

  ask(): void {
    void this.said.load();
  }
}
