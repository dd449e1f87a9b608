import type { PortalShellV1 } from '@porchlight/contracts';
import type { Brand } from '../brand/brand.entity';
import type { Company } from '../company/company.entity';

/** What a shell is made of; a portal's name, lead and dates are not among it. */
export interface ShellSources {
  readonly portal: { readonly projectId: string; readonly welcomeMessage: string };
  readonly company: Pick<Company, 'name' | 'amberDays' | 'contact'>;
  readonly brand: Pick<Brand, 'primaryColor' | 'secondaryColor'>;
}

/**
 * The public frame around a project's view: an allow-list, field by field. What is not named here never leaves, whatever
 * is added to leads, clients or companies. The order of keys is fixed, since shells are compared by their bytes.
 */
export const portalShell = ({ portal, company, brand }: ShellSources): PortalShellV1 => ({
  projectId: portal.projectId,
  company: {
    name: company.name,
    colors: { primary: brand.primaryColor, secondary: brand.secondaryColor },
    contact: {
      ...(company.contact.name !== undefined && { name: company.contact.name }),
      ...(company.contact.phone !== undefined && { phone: company.contact.phone }),
      ...(company.contact.email !== undefined && { email: company.contact.email }),
    },
  },
  ...(portal.welcomeMessage !== '' && { welcomeMessage: portal.welcomeMessage }),
  amberDays: company.amberDays,
});
