import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { onReturn } from '../../api/loaded';
import { plainly } from '../../api/refusal';
import { Icon } from '../../shell/icon';
import { showMoment } from '../../words/dates';
import { ProjectStore } from '../project-store';
import { ConfirmationStore } from './confirmation-store';
import { confirmedWhen } from './confirmed-words';

/** The clock at the foot of the customer's page, and one tap that sets it to now. Quiet on the day it was confirmed. */
@Component({
  selector: 'app-still-accurate',
  imports: [Icon, MatButton],
  template: `
    @if (store.confirmation.value(); as confirmation) {
      <app-icon [name]="quiet() ? 'check' : 'clock'" />
      <p class="said">
        @if (when(); as when) {
          Your customer sees: <strong>last confirmed {{ when.words }}</strong
          >, <time [attr.datetime]="confirmation.confirmedAt">{{ moment(confirmation.confirmedAt ?? '') }}</time>.
        } @else {
          Nothing was confirmed yet. Your customer sees when you last stood by this page.
        }
      </p>
      @if (!quiet()) {
        <button
          matButton="outlined"
          type="button"
          [disabled]="busy()"
          aria-describedby="still-accurate-hint"
          (click)="confirm()"
        >
          {{ busy() ? 'Confirming…' : 'Still accurate' }}
        </button>
        <p class="hint muted small" id="still-accurate-hint">
          Nothing changed, and all of it is still right? One tap sets the clock to now. Every change they can see does,
          too.
        </p>
      }
    } @else if (store.confirmation.error(); as error) {
      <app-icon name="clock" />
      <p class="said">When you last confirmed this page could not be told: {{ sentence(error) }}</p>
      <button matButton="outlined" type="button" (click)="store.confirmation.load()">Try again</button>
    } @else {
      <div class="ghost" aria-hidden="true"></div>
    }
    <div class="failed" role="alert">
      @if (failure(); as failed) {
        <p class="trouble">{{ failed }}</p>
      }
    </div>
    <p class="visually-hidden" role="status">{{ done() ? 'Confirmed. Your customer sees it was today.' : '' }}</p>
  `,
  styleUrl: './still-accurate.scss',
  host: { '[class.quiet]': 'quiet()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StillAccurate {
  protected readonly store = inject(ConfirmationStore);
  private readonly project = inject(ProjectStore);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly moment = showMoment;
  protected readonly sentence = plainly;
  protected readonly when = computed(() => {
    const confirmation = this.store.confirmation.value();
    return confirmation && confirmedWhen(confirmation.confirmedAt, Date.now(), this.project.present().timeZone);
  });
  /** Nothing to do: it was confirmed today, or it is archived and changes no more. */
  protected readonly quiet = computed(
    () => (this.when()?.isToday ?? false) || this.project.present().status === 'archived',
  );

  constructor() {
    void this.store.confirmation.load();
    onReturn(() => void this.store.confirmation.load());
  }

  protected async confirm(): Promise<void> {
    this.failure.set(null);
    this.busy.set(true);
    try {
      await this.store.confirm();
      this.done.set(true);
    } catch (error) {
      this.failure.set(plainly(error));
    } finally {
      this.busy.set(false);
    }
  }
}
