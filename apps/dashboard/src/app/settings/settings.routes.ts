import { type Routes } from '@angular/router';
import { mayLeave } from '../sheet/may-leave';

export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./settings').then((m) => m.Settings),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Settings',
        canDeactivate: [mayLeave],
        loadComponent: () => import('./company-settings').then((m) => m.CompanySettings),
      },
      {
        path: 'brand',
        title: 'Brand',
        canDeactivate: [mayLeave],
        loadComponent: () => import('../brand/brand-page').then((m) => m.BrandPage),
      },
      {
        path: 'form',
        title: 'Website form',
        canDeactivate: [mayLeave],
        loadComponent: () => import('../capture/capture-settings').then((m) => m.CaptureSettings),
      },
    ],
  },
];
