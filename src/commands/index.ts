/** Every command. */
import { addConnection } from './addConnection.ts';
import { addFallbackModel } from './addFallbackModel.ts';
import { addModelToConfig } from './addModelToConfig.ts';
import { checkConfig } from './checkConfig.ts';
import { checkSetup } from './checkSetup.ts';
import { chooseConfig } from './chooseConfig.ts';
import { configureDiscovery } from './configureDiscovery.ts';
import { createConfig } from './createConfig.ts';
import { installPlugin } from './installPlugin.ts';
import { migrateDiscovery } from './migrateDiscovery.ts';
import { openConfig } from './openConfig.ts';
import { refreshModels } from './refreshModels.ts';
import { removeApiKey } from './removeApiKey.ts';
import { removeFallbackModel } from './removeFallbackModel.ts';
import { removeModelFromConfig } from './removeModelFromConfig.ts';
import { selectProfile } from './selectProfile.ts';
import { selectRegion } from './selectRegion.ts';
import { setAgentModel } from './setAgentModel.ts';
import { setAlias } from './setAlias.ts';
import { setApiKey } from './setApiKey.ts';
import { setFallbackModels } from './setFallbackModels.ts';
import { setImageModel } from './setImageModel.ts';
import { setOpenClawProfile } from './setOpenClawProfile.ts';
import { setPrimaryModel } from './setPrimaryModel.ts';
import { showAllModels } from './showAllModels.ts';
import { showConnection } from './showConnection.ts';
import { showLog } from './showLog.ts';
import { signIn } from './signIn.ts';
import { startGateway } from './startGateway.ts';
import { stopUsingInChat } from './stopUsingInChat.ts';
import { undoLastConfigChange } from './undoLastConfigChange.ts';
import { useInChat } from './useInChat.ts';
import type { Command } from './parts.ts';

export const COMMANDS: readonly Command[] = [
  addConnection,
  addFallbackModel,
  addModelToConfig,
  checkConfig,
  checkSetup,
  chooseConfig,
  configureDiscovery,
  createConfig,
  installPlugin,
  migrateDiscovery,
  openConfig,
  refreshModels,
  removeApiKey,
  removeFallbackModel,
  removeModelFromConfig,
  selectProfile,
  selectRegion,
  setAgentModel,
  setAlias,
  setApiKey,
  setFallbackModels,
  setImageModel,
  setOpenClawProfile,
  setPrimaryModel,
  showAllModels,
  showConnection,
  showLog,
  signIn,
  startGateway,
  stopUsingInChat,
  undoLastConfigChange,
  useInChat,
];
