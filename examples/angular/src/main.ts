import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App } from './app/app';
import { routes } from './app/pages';

void bootstrapApplication(App, { providers: [provideRouter(routes)] });
