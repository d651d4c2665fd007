import { openBedrockWorld, CONFIG } from './world.ts';
import { readFileSync } from 'node:fs';
const d = (f: string) => JSON.parse(readFileSync('/work/shared/data/bedrock/' + f, 'utf8'));
describe('look', () => {
  it('at the tree', async () => {
    const world = await openBedrockWorld({
      name: 'look',
      config: CONFIG.replace(
        "'anthropic/claude-sonnet-4-5', // answers",
        "'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0', // answers",
      ),
      colorTheme: process.env['THEME'] ?? 'Dark Modern',
      bedrock: {
        lists: {
          foundationModels: d('foundation-models.json').modelSummaries,
          inferenceProfiles: d('inference-profiles.json').inferenceProfileSummaries,
        },
      },
    });
    const { workbench } = world;
    await workbench.openView('Bedrock Models');
    const tree = workbench.tree('Bedrock Models');
    await tree.expand('Amazon');
    await workbench.page.waitForTimeout(2500);
    await workbench.screenshot('look-1');
    await tree.expand('Claude Sonnet 4.5');
    console.log(await tree.hover('Claude Sonnet 4.5'));
    await workbench.page.waitForTimeout(800);
    await workbench.screenshot('look-2');
    await workbench.runCommand('Bedrock: Filter Models');
    await workbench.quickPick.type('nova tools');
    await workbench.page.waitForTimeout(1200);
    await workbench.screenshot('look-3');
    await workbench.quickPick.accept();
    await tree.clickAction('Nova Pro', 'Add to Favourites');
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot('look-4');
    console.log(world.bedrock.requests.map(r => r.operation + ' ' + r.status).join('\n'));
    await world.close();
  });
});
