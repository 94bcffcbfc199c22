import type { Catalogue } from "@veche/ui";

export const directorySignInRu = {
  "rail.directorySignIn": "LDAP и AD",
  "directory.title": "LDAP и Active Directory",
  "directory.lead":
    "Люди входят с логином и паролем из каталога компании. Пароль проверяет сам каталог, здесь он не хранится.",
  "directory.add": "Добавить каталог",
  "directory.empty": "Каталогов пока нет",
  "directory.emptyAdvice":
    "Понадобятся адрес каталога и учётная запись, которой можно искать людей. Сначала укажите узел каталога в SIGN_IN_INNER_HOSTS.",
  "directory.name": "Название",
  "directory.url": "Адрес",
  "directory.urlInvalid": "Адрес, который начинается с ldaps:// или ldap://",
  "directory.startsTls": "Шифровать через StartTLS",
  "directory.bindDn": "Учётная запись для поиска людей (bind DN)",
  "directory.bindPassword": "Её пароль",
  "directory.passwordNeeded": "Для другого сервера нужно ввести пароль заново",
  "directory.people": "Люди",
  "directory.kind": "Заполнить для",
  "directory.kind.active_directory": "Active Directory",
  "directory.kind.openldap": "OpenLDAP",
  "directory.base": "Где искать (base DN)",
  "directory.userFilter":
    "Фильтр, где login в фигурных скобках — введённый логин",
  "directory.filterInvalid":
    "Фильтр в скобках, в котором есть login в фигурных скобках",
  "directory.id": "Атрибут, который не меняется",
  "directory.login": "Атрибут с логином",
  "directory.personName": "Атрибут с именем",
  "directory.email": "Атрибут с адресом почты",
  "directory.groupsAttribute": "Атрибут с группами",
  "directory.matchesEmail": "Сопоставлять по почте",
  "directory.hasRoles": "Роли задают группы",
  "directory.removed": "Каталог удалён: {name}",
  "directory.removeAdvice":
    "Пароли этого каталога больше никого не впустят, а связи его людей со здешними учётными записями будут забыты. Люди и их сеансы останутся.",
  "directory.testLogin": "Какой логин найти",
  "directory.found": "Найден: {name}",
  "directory.problem.address_refused":
    "Укажите этот узел в SIGN_IN_INNER_HOSTS и перезапустите сервер.",
  "directory.problem.unreachable":
    "Каталог не отвечает. Проверьте адрес, сеть и его сертификат.",
  "directory.problem.no_tls": "Каталог не принимает StartTLS ({detail}).",
  "directory.problem.bind_refused":
    "Каталог не знает такой учётной записи, или пароль неверный.",
  "directory.problem.base_unknown": "Под этим именем ничего нет.",
  "directory.problem.filter_refused":
    "Каталог не принимает такой поиск ({detail}).",
  "directory.problem.nobody_found":
    "По логину {detail} никто не найден, или найдено несколько человек.",
} as const satisfies Catalogue;
