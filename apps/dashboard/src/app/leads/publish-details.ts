import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { PortalSettings } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { Refusal } from '../api/refusal';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Unsaved } from '../form/unsaved';
import { SeenMark } from '../shell/marks';
import { Trouble } from '../shell/trouble';

interface Texts {
  name: string;
  welcomeMessage: string;
}
/** As the desk needs it: a portal goes by its project's id. */
interface Settings extends Texts {
  readonly id: string;
  readonly version: number;
}

/** The name and the welcome message of what is published. */
@Component({
  selector: 'app-publish-details',
  imports: [...formParts, FormHead, MatButton, SeenMark, StaleNotice, Trouble],
  template: `
    @if (desk(); as desk) {
      <form class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="desk.saving" />
        @if (asked()) {
          <p class="asked" role="alert">Save or cancel before you leave: what you typed is not saved.</p>
        }
        @if (desk.stale(); as stale) {
          <app-stale-notice [stale]="stale" [busy]="desk.saving.busy()" (redo)="save()" (keep)="saved.emit()" />
        }
        <app-seen-mark />
        <app-field label="Name"><input appControl [formField]="form.name" autocomplete="off" /></app-field>
        <app-field label="Welcome message" hint="The first thing the client reads.">
          <textarea appControl [formField]="form.welcomeMessage" rows="6"></textarea>
        </app-field>
        @if (!desk.stale()) {
          <div class="actions">
            <button matButton="filled" type="submit" [disabled]="desk.saving.busy()">Save</button>
            <button matButton type="button" (click)="left.emit()">Cancel</button>
          </div>
        }
      </form>
    } @else if (settings.error(); as error) {
      <app-trouble [error]="error" (again)="load()" />
    } @else {
      <div class="ghost" aria-hidden="true"></div>
    }
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
    }
    .asked {
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishDetails implements OnInit {
  readonly projectId = input.required<string>();
  readonly saved = output();
  readonly left = output();
  private readonly api = inject(Api);
  protected readonly asked = signal(false);
  protected readonly settings = new Loaded<Settings>(() => this.api.get<PortalSettings>(this.path()).then(settingsOf));
  private readonly model = signal<Texts>({ name: '', welcomeMessage: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Give the project a name' });
    maxLength(path.name, 160, { message: 'Use at most 160 characters' });
    maxLength(path.welcomeMessage, 2000, { message: 'Use at most 2,000 characters' });
  });
  protected readonly desk = computed(() => {
    const settings = this.settings.value();
    return settings && new EditDesk<Settings, Partial<Texts>>(settings, this.write);
  });
  private readonly dirty = computed(() => {
    const { name, welcomeMessage } = this.settings.value() ?? this.model();
    return this.model().name !== name || this.model().welcomeMessage !== welcomeMessage;
  });

  constructor() {
    const leave = inject(Unsaved).watch({ dirty: this.dirty, remind: () => this.asked.set(true) });
    inject(DestroyRef).onDestroy(leave);
  }

  ngOnInit(): void {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.settings.load();
    const { name, welcomeMessage } = this.settings.value() ?? this.model();
    this.model.set({ name, welcomeMessage });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const { name, welcomeMessage } = this.model();
    const wanted = { name: name.trim(), welcomeMessage: welcomeMessage.trim() };
    if (await this.desk()?.save(this.form, wanted)) this.saved.emit();
  }

  private readonly write = async ({ version }: Settings, change: Partial<Texts>): Promise<Settings> => {
    try {
      return settingsOf(await this.api.patch<PortalSettings>(this.path(), change, { version }));
    } catch (error) {
      throw error instanceof Refusal && isPortal(error.current) ? staleWith(error, settingsOf(error.current)) : error;
    }
  };

  private path(): string {
    return `/api/leads/portals/${this.projectId()}`;
  }
}

const settingsOf = ({ projectId, version, name, welcomeMessage }: PortalSettings): Settings => ({
  id: projectId,
  version,
  name,
  welcomeMessage,
});

const isPortal = (value: unknown): value is PortalSettings =>
  typeof value === 'object' && value !== null && 'projectId' in value && 'version' in value;

const staleWith = ({ status, code, message }: Refusal, current: Settings): Refusal =>
  new Refusal(status, code, message, [], current);
