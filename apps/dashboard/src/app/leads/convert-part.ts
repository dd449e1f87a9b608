import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Lead, Project } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { plainly } from '../api/refusal';
import { ClientProjectStore, type Portal } from './client-project-store';

/** A won lead becomes the running project: offered as long as its project is still being planned. */
@Component({
  selector: 'app-convert-part',
  imports: [MatButton],
  template: `
    @if (isOffered()) {
      <div class="won">
        <p>
          <strong>Won.</strong>
          {{
            portal() ? 'The project is still in planning.' : 'It is published first, with a name and a welcome message.'
          }}
          The estimated value stays private.
        </p>
        @if (trouble(); as sentence) {
          <p class="trouble" role="alert">{{ sentence }}</p>
        }
        <button matButton="filled" type="button" [disabled]="busy()" (click)="convert()">
          Make it the running project
        </button>
      </div>
    }
  `,
  styles: `
    :host:has(.won) {
      display: block;
      width: 100%;
    }
    .won {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
      padding: var(--space-4);
      border-radius: var(--radius);
      background: var(--done-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConvertPart {
  readonly lead = input.required<Lead>();
  readonly portal = input.required<Portal | null>();
  /** Not published yet: asks for the form. */
  readonly publishFirst = output();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly store = inject(ClientProjectStore);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<string | null>(null);
  private readonly project = new Loaded<Project>(() =>
    this.api.get<Project>(`/api/projects/${this.portal()?.projectId ?? ''}`),
  );
  private readonly isWon = computed(() => this.lead().stage === 'won');
  protected readonly isOffered = computed(
    () => this.isWon() && (!this.portal() || this.project.value()?.status === 'planning'),
  );

  constructor() {
    effect(() => {
      if (this.isWon() && this.portal()) untracked(() => void this.project.load());
    });
  }

  protected async convert(): Promise<void> {
    if (!this.portal()) return this.publishFirst.emit();
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(null);
    try {
      const { projectId } = await this.store.convert();
      await this.router.navigate(['/projects', projectId]);
    } catch (error) {
      this.trouble.set(plainly(error));
    } finally {
      this.busy.set(false);
    }
  }
}
