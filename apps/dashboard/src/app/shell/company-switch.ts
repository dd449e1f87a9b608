import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { Unsaved } from '../form/unsaved';
import { ChosenCompany, type Workplace } from '../session/chosen-company';
import { roleWords } from '../words/words';
import { Icon } from './icon';

/** In which company the person works at the moment: a name, and a menu where there are several. */
@Component({
  selector: 'app-company-switch',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    @if (chosen.all().length > 1) {
      <button
        type="button"
        class="turn"
        [matMenuTriggerFor]="companies"
        [attr.aria-label]="'Company: ' + chosen.place()?.name"
      >
        <span class="name">{{ chosen.place()?.name }}</span>
        <app-icon name="unfold" />
      </button>
      <mat-menu #companies="matMenu">
        @for (place of chosen.all(); track place.id) {
          <button
            mat-menu-item
            type="button"
            role="menuitemradio"
            [attr.aria-checked]="place.id === chosen.id()"
            (click)="turnTo(place)"
          >
            <span class="place">
              <span
                >{{ place.name }}<br /><span class="muted small">{{ roles[place.role] }}</span></span
              >
              <app-icon name="check" [class.other]="place.id !== chosen.id()" />
            </span>
          </button>
        }
      </mat-menu>
    } @else if (chosen.place(); as place) {
      <span class="name alone">{{ place.name }}</span>
    }
  `,
  styleUrl: './company-switch.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompanySwitch {
  protected readonly chosen = inject(ChosenCompany);
  private readonly router = inject(Router);
  private readonly unsaved = inject(Unsaved);
  protected readonly roles = roleWords;

  /** A single project or lead stays behind with its company; a page of the company shows the next one. */
  protected async turnTo(place: Workplace): Promise<void> {
    if (!this.unsaved.mayLeave()) return;
    const [, page = '', thing] = this.router.url.split(/[/?#]/);
    const staffPage = page !== 'projects' && page !== 'account';
    if (thing) await this.router.navigate(['/', page]);
    if (staffPage && place.role === 'subcontractor') await this.router.navigate(['/projects']);
    this.chosen.choose(place.id);
  }
}
