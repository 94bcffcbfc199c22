import type { ErrorCode } from "@veche/contracts";
import type { ErrorText } from "../error-text.ts";

/** What may befall a customer: the widget carries these alone. */
export const customerErrorsRu = {
  "request.invalid": {
    happened: "Часть введённого не подходит.",
    advice: "Проверьте отмеченные поля и повторите.",
  },
  "request.unknown_command": {
    happened: "Сервер не знает такого действия.",
    advice: "Обновите страницу: возможно, вышла новая версия.",
  },
  "request.too_large": {
    happened: "Это слишком большое для отправки.",
    advice: "Уменьшите или отправьте по частям.",
  },
  "request.not_found": {
    happened: "Этого нет или уже не существует.",
    advice: "Вернитесь и откройте ещё раз из списка.",
  },
  "request.conflict": {
    happened: "Кто-то изменил это в ту же минуту.",
    advice: "Обновите, посмотрите, как стало, и повторите изменение.",
  },
  "request.rate_limited": {
    happened: "Слишком много запросов за короткое время.",
    advice: "Немного подождите и повторите.",
  },
  "auth.required": {
    happened: "Вы не вошли.",
    advice: "Войдите, чтобы продолжить.",
  },
  "auth.session_ended": {
    happened: "Ваш сеанс завершён.",
    advice: "Войдите снова: всё отправленное сохранено.",
  },
  "auth.forbidden": {
    happened: "У вас нет права на это действие.",
    advice: "Если оно вам нужно, обратитесь к администратору.",
  },
  "auth.origin_refused": {
    happened: "Этому сайту не разрешено пользоваться сервисом.",
    advice: "Администратор может добавить адрес сайта в настройках.",
  },
  "auth.identity_token_invalid": {
    happened: "Сайт не смог подтвердить, кто вы.",
    advice:
      "Администратору сайта стоит проверить ключ подписи. Можно продолжить как гость.",
  },
  "auth.identity_token_expired": {
    happened: "Подтверждение сайта, кто вы, устарело.",
    advice: "Обновите страницу.",
  },
  "site.unknown": {
    happened: "Сервис не знает этого сайта.",
    advice: "Администратору сайта стоит проверить ключ в коде вставки.",
  },
  "contact_centre.closed": {
    happened: "Сейчас некому принять звонок.",
    advice: "Оставьте сообщение, и мы ответим в этом чате.",
  },
  "conversation.not_found": {
    happened: "Такой беседы нет или вы в ней не состоите.",
    advice: "Вернитесь и выберите другую.",
  },
  "conversation.closed": {
    happened: "Эта беседа закрыта.",
    advice: "Чтобы писать, начните новую.",
  },
  "message.client_id_reused": {
    happened: "Это сообщение уже отправлено с другим текстом.",
    advice: "Обновите страницу и отправьте его снова.",
  },
  "contact_centre.request_open": {
    happened: "Уже есть открытое обращение.",
    advice: "Продолжите его или завершите, прежде чем начать новое.",
  },
  "contact_centre.request_ended": {
    happened: "Этот сеанс уже завершён.",
    advice: "Чат и подробности остались в истории.",
  },
  "call.ended": {
    happened: "Этот звонок уже завершён.",
    advice: "Если нужно поговорить, начните новый.",
  },
  "call.busy": {
    happened: "Уже идёт другой звонок.",
    advice: "Сначала завершите его.",
  },
  "call.elsewhere": {
    happened: "Этот звонок открыт в другом окне.",
    advice: "Заберите его сюда, если хотите продолжить в этом окне.",
  },
  "server.unavailable": {
    happened: "Сервер сейчас не может работать.",
    advice: "Его восстанавливают. Повторите через минуту.",
  },
  "server.read_only": {
    happened: "На сервере закончилось место: читать можно, писать нельзя.",
    advice: "Написанное уйдёт само, когда администратор освободит место.",
  },
  "server.draining": {
    happened: "Сервер перезапускается.",
    advice: "Через несколько секунд всё восстановится само.",
  },
  "server.failed": {
    happened: "На сервере произошёл сбой.",
    advice:
      "Повторите. Если снова не выйдет, сообщите администратору номер сбоя.",
  },
} as const satisfies Partial<Record<ErrorCode, ErrorText>>;
