import { type Routes } from '@angular/router';
import { inViewersLanguage, titled, viewersLanguage } from './door/door-words';
import { mayHere } from './session/chosen-company';
import { isOnlyCustomer, signedIn } from './session/guards';
import { mayLeave } from './sheet/may-leave';

/** Of a page that homeowners come by on their way in, or have to themselves. */
const atTheDoor = { providers: inViewersLanguage, resolve: { language: viewersLanguage } };

export const routes: Routes = [
  { path: 'register', title: 'Register', loadComponent: () => import('./register/register').then((m) => m.Register) },
  {
    path: 'sign-in',
    ...atTheDoor,
    title: titled((words) => words.signIn.title),
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'invite',
    ...atTheDoor,
    title: titled((words) => words.invite.tab),
    loadComponent: () => import('./invite/invite').then((m) => m.Invite),
  },
  {
    path: 'forgot-password',
    ...atTheDoor,
    title: titled((words) => words.reset.forgotTab),
    loadComponent: () => import('./reset/forgot-password').then((m) => m.ForgotPassword),
  },
  {
    path: 'reset-password',
    ...atTheDoor,
    title: titled((words) => words.reset.tab),
    loadComponent: () => import('./reset/reset-password').then((m) => m.ResetPassword),
  },
  {
    path: 'confirm-email',
    ...atTheDoor,
    title: titled((words) => words.confirmEmail.tab),
    loadComponent: () => import('./confirm-email/confirm-email').then((m) => m.ConfirmEmail),
  },
  {
    path: 'away',
    ...atTheDoor,
    title: titled((words) => words.away.tab),
    loadComponent: () => import('./shell/away').then((m) => m.Away),
  },
  {
    path: 'portals',
    ...atTheDoor,
    title: titled((words) => words.portals.title),
    canActivate: [signedIn],
    loadComponent: () => import('./portals/choose-portal').then((m) => m.ChoosePortal),
  },
  {
    path: 'account',
    ...atTheDoor,
    title: titled((words) => words.account.title),
    canMatch: [isOnlyCustomer],
    loadComponent: () => import('./account/customer-account').then((m) => m.CustomerAccount),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'projects' },
      {
        path: 'projects',
        title: 'Projects',
        canDeactivate: [mayLeave],
        loadComponent: () => import('./projects/project-list').then((m) => m.ProjectList),
      },
      { path: 'projects/:id', loadChildren: () => import('./project/project.routes').then((m) => m.projectRoutes) },
      { path: 'leads', loadChildren: () => import('./leads/leads.routes').then((m) => m.leadsRoutes) },
      { path: 'clients', loadChildren: () => import('./clients/clients.routes').then((m) => m.clientsRoutes) },
      {
        path: 'settings',
        canActivate: [mayHere('company.read')],
        loadChildren: () => import('./settings/settings.routes').then((m) => m.settingsRoutes),
      },
      {
        path: 'people',
        title: 'People',
        canDeactivate: [mayLeave],
        canActivate: [mayHere('people.read')],
        loadComponent: () => import('./people/people').then((m) => m.People),
      },
      {
        path: 'account',
        title: 'Your account',
        loadComponent: () => import('./account/account').then((m) => m.Account),
      },
      { path: '**', title: 'Not found', loadComponent: () => import('./shell/not-found').then((m) => m.NotFound) },
    ],
  },
];
