/** Copy IAM Policy, as a person does it: for models of their choice, and where not even the list is allowed. */
import assert from 'node:assert/strict';
import { openBedrockWorld, within, type World } from './world.ts';

interface Policy {
  readonly Statement: readonly { readonly Sid: string; readonly Resource: readonly string[] }[];
}

describe('Copy IAM Policy, as a person sees it', () => {
  it('copies what the chosen models need, in every region that a profile leads to', async () => {
    const world = await openBedrockWorld({
      name: 'iam-policy',
      config: '{}',
      colorTheme: 'Default Dark Modern',
    });
    await within(world, async () => {
      const { workbench } = world;
      await workbench.runCommand('Bedrock: Copy IAM Policy');
      await workbench.quickPick.type('Claude Sonnet 4.5');
      await workbench.screenshot('iam-policy-pick-dark');
      await workbench.quickPick.pick('Claude Sonnet 4.5');
      await workbench.quickPick.accept();
      await workbench.notifications.waitFor(/^The IAM policy for Claude Sonnet 4\.5 is copied\./);
      const { Statement } = await copied(world);
      const through = Statement.find(({ Sid }) => Sid === 'InvokeThroughProfiles');
      assert.deepEqual(through?.Resource, [
        'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
        'arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
        'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
      ]);
      await workbench.notifications.clickButton('Show Policy');
      await workbench.screenshot('iam-policy-dark');
    });
  });

  it('copies one for any model where the list is refused', async () => {
    const world = await openBedrockWorld({ name: 'iam-policy-refused', config: '{}' });
    const refuse = { status: 403, type: 'AccessDeniedException', message: 'not authorized' };
    world.bedrock.script('ListFoundationModels', ...Array.from({ length: 6 }, () => ({ refuse })));
    world.bedrock.script('ListInferenceProfiles', ...Array.from({ length: 12 }, () => ({ refuse })));
    await within(world, async () => {
      const { workbench } = world;
      await workbench.openView('Bedrock Models');
      await workbench.tree('Bedrock Models').expand('Permission missing: bedrock:ListFoundationModels');
      await workbench.tree('Bedrock Models').click('Copy IAM Policy');
      await workbench.notifications.waitFor(/^The IAM policy for any model is copied\./);
      const { Statement } = await copied(world);
      assert.deepEqual(
        Statement.map(({ Sid }) => Sid),
        ['ListModels', 'Invoke'],
      );
    });
  });
});

/** What is in the clipboard. */
async function copied({ workbench }: World): Promise<Policy> {
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return JSON.parse(await workbench.page.evaluate('navigator.clipboard.readText()')) as Policy;
}
