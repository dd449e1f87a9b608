import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Session as Device } from '@porchlight/contracts';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { Api } from '../api/api';
import { Loaded, onReturn } from '../api/loaded';
import { Refusal } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { Session } from '../session/session';
import { Confirm } from '../sheet/confirm';
import { Toasts } from '../shell/toasts';
import { Trouble } from '../shell/trouble';
import { showMoment } from '../words/dates';
import { ago } from './ago';
import { deviceWords } from './device-words';

const sessions = '/api/identity/sessions';

/** Where somebody is signed in: each device with its last use, this one first, and the way to end them. */
@Component({
  selector: 'app-devices',
  imports: [Confirm, MatButton, Trouble],
  templateUrl: './devices.html',
  styleUrl: './devices.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Devices {
  private readonly said = inject(DOOR_WORDS);
  protected readonly words = this.said.account.devices;
  protected readonly signOutWord = this.said.portals.signOut;
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly devices = new Loaded(async () => {
    const { items } = await this.api.get<{ items: Device[] }>(sessions);
    return items.toSorted((a, b) => Number(b.current) - Number(a.current));
  });
  protected readonly ending = signal<string | null>(null);

  constructor() {
    void this.devices.load();
    onReturn(() => void this.devices.load());
  }

  protected nameOf({ device }: Device): string {
    return deviceWords(device, this.words);
  }

  protected lastUse({ lastUsedAt }: Device): string {
    return this.words.lastUsed(ago(lastUsedAt, Date.now(), this.locale, this.words.justNow));
  }

  protected since({ createdAt }: Device): string {
    return this.words.since(showMoment(createdAt, this.locale));
  }

  renew(): void {
    void this.devices.load();
  }

  protected async end(device: Device): Promise<void> {
    this.ending.set(device.id);
    try {
      // Ended elsewhere meanwhile is ended too.
      await this.api.delete(`${sessions}/${device.id}`).catch((error: unknown) => {
        if (!(error instanceof Refusal && error.status === 404)) throw error;
      });
      this.devices.change((all) => all.filter(({ id }) => id !== device.id));
      this.toasts.say(this.words.ended(this.nameOf(device)));
    } catch (error) {
      this.toasts.fail(error);
    } finally {
      this.ending.set(null);
    }
  }

  protected async endAll(): Promise<void> {
    try {
      await this.api.delete(sessions);
      this.session.forget();
      await this.router.navigate(['/sign-in'], { queryParams: { after: 'everywhere' } });
    } catch (error) {
      this.toasts.fail(error);
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.toasts.fail(error);
    }
  }
}
