import { walk } from './walk.js';

walk('html');
