import { computed, inject, Injectable, signal } from '@angular/core';
import type { AcceptedInvitation, Company, Me, RegisterCompany, Registered, SignedIn } from '@porchlight/contracts';
import { Api } from '../api/api';
import { isWorthAnotherTry, Refusal } from '../api/refusal';
import { anonymous } from './anonymous';
import { SignInTrace } from './sign-in-trace';

/**
 * Who is signed in. The access token lives in memory only; the refresh token in a cookie no script can read.
 * However many requests find the token run out, one refresh is in flight and all wait for it.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly trace = inject(SignInTrace);
  private accessToken: string | null = null;
  private refreshing: Promise<string | null> | null = null;
  private restored: Promise<boolean> | null = null;

  private readonly known = signal<Me | null>(null);
  /** The signed-in person with companies and memberships, or null. */
  readonly me = this.known.asReadonly();
  readonly companies = computed(() => this.known()?.companies ?? []);
  readonly isBuilder = computed(() => this.companies().length > 0);
  readonly isSubcontractor = computed(() => this.projectsAs('subcontractor').length > 0);

  token(): string | null {
    return this.accessToken;
  }

  /** Whether somebody is signed in, by the refresh cookie if need be. Throws when that cannot be told. */
  restore(): Promise<boolean> {
    if (this.known()) return Promise.resolve(true);
    if (!this.trace.isLeft()) return Promise.resolve(false);
    this.restored ??= this.resume().finally(() => (this.restored = null));
    return this.restored;
  }

  async register(body: Partial<RegisterCompany>, key: string): Promise<Registered> {
    const registered = await this.api.post<Registered>('/api/identity/companies', body, { key, ...anonymous() });
    await this.enter(registered.accessToken);
    return registered;
  }

  async signIn(email: string, password: string): Promise<void> {
    const { accessToken } = await this.api.post<SignedIn>('/api/identity/sessions', { email, password }, anonymous());
    await this.enter(accessToken);
  }

  /** After Accept Invitation: the fresh token knows the new membership. */
  async accepted(answer: AcceptedInvitation): Promise<void> {
    await this.enter(answer.accessToken);
  }

  async signOut(): Promise<void> {
    try {
      await this.api.delete('/api/identity/sessions/current');
    } catch (error) {
      // Where it was put off, the session lives on: whoever leaves a shared computer must know.
      if (isWorthAnotherTry(error)) throw error;
    }
    this.forget();
  }

  /** A fresh access token in place of `stale`, or null when the session has ended. Throws when that cannot be told. */
  refresh(stale: string | null): Promise<string | null> {
    if (this.accessToken && this.accessToken !== stale) return Promise.resolve(this.accessToken);
    this.refreshing ??= this.rotate().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  async reload(): Promise<void> {
    this.known.set(await this.api.get<Me>('/api/identity/me'));
  }

  /** A company of the person as last saved. */
  companyChanged(changed: Company): void {
    this.known.update(
      (me) =>
        me && {
          ...me,
          companies: me.companies.map((company) => (company.id === changed.id ? { ...company, ...changed } : company)),
        },
    );
  }

  projectsAs(role: 'customer' | 'subcontractor'): Me['memberships'] {
    return this.known()?.memberships.filter((member) => member.role === role && member.projectId) ?? [];
  }

  /** The project of a person who has one portal and nothing else here, or null. */
  onlyPortal(): string | null {
    const [first, ...others] = this.known()?.memberships ?? [];
    return first?.role === 'customer' && others.length === 0 ? first.projectId : null;
  }

  forget(): void {
    this.accessToken = null;
    this.trace.clear();
    this.known.set(null);
  }

  private async enter(accessToken: string): Promise<void> {
    this.accessToken = accessToken;
    this.trace.leave();
    await this.reload();
  }

  private async resume(): Promise<boolean> {
    if (!(await this.refresh(this.accessToken))) {
      this.trace.clear();
      return false;
    }
    await this.reload();
    return true;
  }

  private async rotate(): Promise<string | null> {
    try {
      const { accessToken } = await this.api.post<SignedIn>('/api/identity/sessions/refresh', {}, anonymous());
      return (this.accessToken = accessToken);
    } catch (error) {
      if (!(error instanceof Refusal) || ![401, 403].includes(error.status)) throw error;
      this.accessToken = null;
      return null;
    }
  }
}
