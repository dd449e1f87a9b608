import { inject, Injectable } from '@angular/core';
import type { ChangeCompany, Company } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Session } from '../session/session';

@Injectable({ providedIn: 'root' })
export class Companies {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  async change(company: Pick<Company, 'id' | 'version'>, change: ChangeCompany): Promise<Company> {
    const changed = await this.api.patch<Company>(`/api/identity/companies/${company.id}`, change, {
      version: company.version,
    });
    this.adopt(changed);
    return changed;
  }

  /** What others changed meanwhile. */
  async renew(id: string): Promise<void> {
    this.adopt(await this.api.get<Company>(`/api/identity/companies/${id}`));
  }

  adopt(company: Company): void {
    this.session.companyChanged(company);
  }
}
