import type { Catalogue } from "@veche/ui";

export const companySignInRu = {
  "rail.companySignIn": "Вход через компанию",
  "company.title": "Вход через компанию",
  "company.lead":
    "Люди входят под учётной записью, которая у них уже есть в компании: Keycloak, AD FS, Microsoft Entra ID или любой другой поставщик OpenID Connect.",
  "company.add": "Добавить поставщика",
  "company.create": "Добавить",
  "company.empty": "Поставщиков пока нет",
  "company.emptyAdvice":
    "Зарегистрируйте эту установку у поставщика по адресу ниже и внесите сюда то, что он выдаст.",
  "company.addresses": "Адреса для поставщика",
  "company.returnAddress": "Redirect URI (адрес возврата)",
  "company.leaveAddress": "Post-logout redirect URI (адрес после выхода)",
  "company.name": "Название",
  "company.nameHint": "Стоит на кнопке страницы входа.",
  "company.issuer": "Адрес поставщика (issuer)",
  "company.issuerHint":
    "Как поставщик называет себя сам. Внутренние узлы нужно перечислить в SIGN_IN_INNER_HOSTS.",
  "company.issuerInvalid": "Адрес, который начинается с https://",
  "company.clientId": "Идентификатор клиента (client ID)",
  "company.clientIdHint": "Выдаёт поставщик.",
  "company.clientSecret": "Секрет клиента (client secret)",
  "company.secretHint":
    "Хранится зашифрованным и больше не показывается. Для публичного клиента оставьте пустым.",
  "company.secretKept":
    "Секрет сохранён. Оставьте поле пустым, чтобы не менять его.",
  "company.secretNeeded": "Новому поставщику нужен свой секрет",
  "company.scopes": "Области (scopes)",
  "company.scopesHint": "Через пробел; нужна openid.",
  "company.openidNeeded": "Не хватает openid",
  "company.needed": "Заполните это поле",
  "company.claims": "Какие claims описывают человека",
  "company.login": "Claim с логином",
  "company.personName": "Claim с именем",
  "company.email": "Claim с адресом почты",
  "company.matches": "Первый вход того, у кого здесь уже есть учётная запись",
  "company.matches.nothing": "Имеющиеся учётные записи не открываются",
  "company.matches.login": "Сопоставлять по логину",
  "company.matches.verified_email": "Сопоставлять по подтверждённой почте",
  "company.matches.nothing.hint":
    "Безопасный выбор, если логин у поставщика люди выбирают сами.",
  "company.matches.login.hint": "Только если логины там выдаёт компания.",
  "company.matches.verified_email.hint":
    "Учитываются только адреса, которые поставщик подтвердил.",
  "company.createsPeople": "Создаёт учётные записи новым людям",
  "company.endsSession": "Выход завершает и сеанс у поставщика",
  "company.endsSessionHint": "Если поставщик это умеет.",
  "company.roles": "Роли",
  "company.hasRoles": "Роли задаёт поставщик",
  "company.hasRolesHint":
    "При каждом входе роли ставятся по правилам ниже; выданные здесь вручную заменяются. Сотрудником остаётся каждый.",
  "company.rolesClaim": "Claim с группами или ролями",
  "company.rolesClaimHint": "Вложенные — через точку: realm_access.roles.",
  "company.ruleValue": "Значение",
  "company.ruleRole": "Роль",
  "company.ruleAdd": "Добавить правило",
  "company.ruleRemove": "Удалить правило {value}",
  "company.on": "Включён",
  "company.off": "Выключен",
  "company.isOnOf": "{name}: включён",
  "company.edit": "Изменить",
  "company.remove": "Удалить",
  "company.removed": "Поставщик удалён: {name}",
  "company.removeQuestion": "Удалить {name}?",
  "company.removeAdvice":
    "Через него больше никто не войдёт, а связи его учётных записей со здешними будут забыты. Люди и их сеансы останутся.",
  "company.test": "Проверить",
  "company.testFine": "Всё отвечает как надо",
  "company.problem.address_refused":
    "К этому адресу обращаться нельзя. Если он внутри вашей сети, укажите узел в SIGN_IN_INNER_HOSTS.",
  "company.problem.unreachable":
    "Поставщик не отвечает. Проверьте адрес, сеть и его сертификат.",
  "company.problem.no_discovery":
    "По этому адресу нет сведений OpenID Connect.",
  "company.problem.issuer_mismatch":
    "Поставщик называет себя {detail}. Введите именно это.",
  "company.problem.no_code_flow":
    "Поставщик не предлагает вход по коду (authorization code).",
  "company.problem.keys_unreadable":
    "Не удаётся прочитать ключи поставщика: {detail}",
  "company.problem.client_refused":
    "Поставщик не знает такого клиента, или секрет неверный ({detail}).",
  "company.problem.scope_unknown": "Поставщик не знает {detail}.",
  "signInRules.company": "Только через компанию",
  "signInRules.companyLead":
    "Пароли и ключи доступа больше никого не впускают, кроме аварийного администратора — на день, когда поставщик недоступен.",
  "signInRules.companyNone":
    "Сначала добавьте поставщика и войдите через него.",
  "signInRules.emergency": "Аварийный администратор",
} as const satisfies Catalogue;
