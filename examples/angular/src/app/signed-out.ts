import { Component, ElementRef, inject } from '@angular/core';
import type {} from 'orgkit/define/org-provider';

/** What a page says to whoever is signed out; the style sheet then hides what comes after it. */
@Component({
  selector: 'p.signed-out',
  template: `
    <ng-content />
    <button class="sign-in" (click)="signIn()">Sign in</button>
  `,
})
export class SignedOut {
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected signIn(): void {
    const provider = this.#element.closest('org-provider');
    void provider?.signIn({ postRedirectUri: location.href });
  }
}
