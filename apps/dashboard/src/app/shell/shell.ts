import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import type { Action } from '@porchlight/contracts';
import { filter, pairwise, tap } from 'rxjs';
import { Bell } from '../bell/bell';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';
import { CompanySwitch } from './company-switch';
import { Icon, type IconName } from './icon';
import { PageTitle } from './page-title';
import { Toasts } from './toasts';
import { Wordmark } from './wordmark';

interface Page {
  readonly path: string;
  readonly word: string;
  readonly icon: IconName;
  /** What else belongs to it. */
  readonly also?: string;
  /** What one must be allowed to do to be shown the way there. */
  readonly needs?: Action;
}

const pages: readonly Page[] = [
  { path: '/projects', word: 'Projects', icon: 'home' },
  { path: '/leads', also: '/clients', word: 'Leads', icon: 'lead', needs: 'lead.read' },
  { path: '/people', word: 'People', icon: 'people', needs: 'people.read' },
  { path: '/settings', word: 'Settings', icon: 'settings', needs: 'company.read' },
];

/** The frame of the workbench: a rail at the left, on phones a bar at the bottom. */
@Component({
  selector: 'app-shell',
  imports: [Bell, CompanySwitch, Icon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, RouterOutlet, Wordmark],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly title = inject(PageTitle);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly person = computed(() => this.session.me()?.person);
  protected readonly hasPortals = computed(() => this.session.projectsAs('customer').length > 0);
  protected readonly chosen = inject(ChosenCompany);
  protected readonly pages = computed(() => pages.filter(({ needs }) => !needs || this.chosen.may(needs)));

  /** Where one is. */
  private readonly url = signal(this.router.url);

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        tap(({ urlAfterRedirects }) => this.url.set(urlAfterRedirects)),
        pairwise(),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(([before, after]) => {
        if (placeOf(before.urlAfterRedirects) !== placeOf(after.urlAfterRedirects)) this.skipToContent();
      });
    // Signing out in the session (here or after a lost one) leaves the workbench, if nobody leads elsewhere already.
    effect(() => {
      if (!this.session.me() && !untracked(this.router.currentNavigation)) void this.router.navigate(['/sign-in']);
    });
  }

  protected isHere({ path, also }: Page): boolean {
    const [, place] = placeOf(this.url()).split('/');
    return [path, also].includes(`/${place}`);
  }

  /** A keyboard or screen reader starts at the content of the new page, not behind the rail. */
  protected skipToContent(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toasts.fail(error);
    }
  }
}

/** The page without the tab in it: changing tabs keeps the focus where it is. */
const placeOf = (url: string): string => url.split(/[?#]/)[0]?.split('/').slice(0, 3).join('/') ?? '';
