import { onMounted, ref, useTemplateRef } from 'vue';
import { OrgProvider, OrgSwitcher } from 'orgkit/vue';

/** A page in Vue that tells what it hears. The server renders it too. */
export const App = {
  props: ['getToken'],
  components: { OrgProvider, OrgSwitcher },
  setup() {
    const organizationId = ref();
    const isShown = ref(true);
    const isCompact = ref(false);
    const heard = ref([]);
    const switcher = useTemplateRef('switcher');
    const tell = (text) => heard.value.push(text);
    onMounted(() => tell(`The ref is ${switcher.value?.localName}`));
    const refresh = () => switcher.value.refresh().then(() => tell('Refreshed'));
    return { organizationId, isShown, isCompact, heard, tell, refresh };
  },
  template: `
    <OrgProvider
      v-model:organization-id="organizationId"
      class="app"
      endpoint="/orgkit"
      remember="none"
      :get-token="getToken"
      @org-change="tell('Provider: ' + $event.detail.organizationId)"
    >
      <OrgSwitcher
        v-if="isShown"
        id="switcher"
        ref="switcher"
        with-personal
        :compact="isCompact"
        placement="bottom-end"
        data-kind="header"
        @org-change="tell('Switcher: ' + $event.detail.organizationId)"
      />
      <button @click="isShown = !isShown">{{ isShown ? 'Take it away' : 'Put it back' }}</button>
      <button @click="isCompact = !isCompact">{{ isCompact ? 'Make it wide' : 'Make it narrow' }}</button>
      <button @click="organizationId = 'halden'">Go to Halden</button>
      <button @click="organizationId = null">Go to the personal account</button>
      <button @click="refresh">Refresh</button>
      <output>Current: {{ organizationId }}</output>
      <ol><li v-for="text in heard">{{ text }}</li></ol>
    </OrgProvider>
  `,
};
