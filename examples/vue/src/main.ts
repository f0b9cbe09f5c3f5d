import { createLogto } from '@logto/vue';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './App.vue';
import './harbor.css';
import { logto } from './logto';
import CallbackPage from './pages/CallbackPage.vue';
import InvitationPage from './pages/InvitationPage.vue';
import InvitationsPage from './pages/InvitationsPage.vue';
import MembersPage from './pages/MembersPage.vue';
import WelcomePage from './pages/WelcomePage.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: WelcomePage },
    { path: '/members', component: MembersPage },
    { path: '/invitations', component: InvitationsPage },
    { path: '/join', component: InvitationPage },
    { path: '/callback', component: CallbackPage },
  ],
});

createApp(App).use(createLogto, logto).use(router).mount('#app');
