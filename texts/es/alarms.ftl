# Alarmas de solicitudes que nadie ha tomado, fuera de la consola. $requests no contiene palabras de visitantes.

alarm-since = En espera desde
mail-alarm-subject = { $count ->
        [one] { $value } solicitud espera a un colega
        [many] { $value } de solicitudes esperan a un colega
    *[other] { $value } solicitudes esperan a un colega
   }
mail-alarm-text =
    Hola:

    { $count ->
         [one] nadie ha tomado todavía { $value } solicitud
         [many] nadie ha tomado todavía { $value } de solicitudes
        *[other] nadie ha tomado todavía { $value } solicitudes
       }:

    { $requests }

    Lo que se escribió solo puede leerse en la consola. En cuanto alguien toma una solicitud, no se envían más correos sobre ella.

    { $organisation }
mail-alarm-urgent-subject = Urgente: { $count ->
        [one] { $value } denuncia confidencial está en espera
        [many] { $value } de denuncias confidenciales están en espera
    *[other] { $value } denuncias confidenciales están en espera
   }
mail-alarm-urgent-text =
    Hola:

    { $count ->
         [one] nadie ha tomado todavía { $value } denuncia confidencial
         [many] nadie ha tomado todavía { $value } de denuncias confidenciales
        *[other] nadie ha tomado todavía { $value } denuncias confidenciales
       }:

    { $requests }

    Solo los miembros de la cola pueden abrirla. Si no es uno de ellos, procure que uno de ellos la tome ahora. Recibirá más avisos hasta que alguien lo haga.

    { $organisation }
account-email = Alarmas por correo electrónico
account-email-text = Si indica una dirección, allí se le avisa de las solicitudes de sus colas que nadie ha tomado. A los supervisores se les avisa también de las que llevan demasiado tiempo esperando en otras colas. En estos correos no figura nada de lo que se dijo.
account-email-address = Dirección de correo electrónico
people-email-of = Dirección de correo electrónico de { $login }
people-save-email = Guardar la dirección de { $login }
