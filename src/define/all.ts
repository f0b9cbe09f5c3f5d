/** Registers every element of the kit. */
import './org-provider.js';
import './org-switcher.js';
