import type { Catalogue } from "@veche/ui";
import type { mediaNodesEn } from "../en/media-nodes.ts";

export const mediaNodesRu = {
  "rail.mediaNodes": "Медиасерверы",
  "mediaNodes.title": "Медиасерверы",
  "mediaNodes.lead":
    "Через них идут звонки, в которых трое и больше. Новый звонок попадает на сервер, где меньше всего участников.",
  "mediaNodes.name": "Сервер",
  "mediaNodes.state": "Состояние",
  "mediaNodes.rooms": "Звонки",
  "mediaNodes.seats": "Участники",
  "mediaNodes.newRooms": "Новые звонки",
  "mediaNodes.own": "Внутри этого сервера",
  "mediaNodes.up": "Работает",
  "mediaNodes.down": "Не отвечает",
  "mediaNodes.takesRooms": "Принимает новые звонки",
  "mediaNodes.takesRoomsAt": "{name}: принимает новые звонки",
  "mediaNodes.last": "Выключить нельзя: других, которые принимают звонки, нет.",
  "mediaNodes.fault.session_timeout":
    "Укажите session_timeout = 0 в его janus.jcfg.",
  "mediaNodes.fault.room_key":
    "Его admin_key не совпадает с roomKey в настройках или выключен string_ids.",
  "mediaNodes.none": "Медиасервера нет",
  "mediaNodes.noneAdvice":
    "Пока не установлен Janus, звонить можно только вдвоём. Что сделать, подскажет команда «npm run doctor».",
} as const satisfies Catalogue<keyof typeof mediaNodesEn>;
