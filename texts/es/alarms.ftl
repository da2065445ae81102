# Alarmas de solicitudes que nadie ha tomado, fuera de la consola. $requests no contiene palabras de visitantes.

alarm-since = En espera desde
alarm-members = Quién puede abrirla
mail-alarm-subject = { $count ->
        [one] { $value } solicitud espera a alguien del equipo
        [many] { $value } de solicitudes esperan a alguien del equipo
    *[other] { $value } solicitudes esperan a alguien del equipo
   }
mail-alarm-text =
    Hola:

    { $count ->
         [one] Nadie se ha hecho cargo todavía de { $value } solicitud
         [many] Nadie se ha hecho cargo todavía de { $value } de solicitudes
        *[other] Nadie se ha hecho cargo todavía de { $value } solicitudes
       }:

    { $requests }

    Lo que se escribió solo puede leerse en la consola. En cuanto alguien se hace cargo de una solicitud, no se envían más correos sobre ella.

    { $organisation }
mail-alarm-urgent-subject = Urgente: { $count ->
        [one] { $value } denuncia confidencial está en espera
        [many] { $value } de denuncias confidenciales están en espera
    *[other] { $value } denuncias confidenciales están en espera
   }
mail-alarm-urgent-text =
    Hola:

    { $count ->
         [one] Nadie se ha hecho cargo todavía de { $value } denuncia confidencial
         [many] Nadie se ha hecho cargo todavía de { $value } de denuncias confidenciales
        *[other] Nadie se ha hecho cargo todavía de { $value } denuncias confidenciales
       }:

    { $requests }

    Solo los miembros de la cola tienen acceso. Si usted no es uno de ellos, procure que alguno se haga cargo ahora. Recibirá más avisos hasta entonces.

    { $organisation }
account-email = Alarmas por correo electrónico
account-email-text = Si indica una dirección, le avisaremos allí de las solicitudes de sus colas de las que nadie se haya hecho cargo. A quienes supervisan se les avisa también de las que llevan demasiado tiempo esperando en otras colas. En estos correos no figura nada de lo que se dijo.
account-email-address = Dirección de correo electrónico
people-email-of = Dirección de correo electrónico de { $login }
people-save-email = Guardar la dirección de { $login }
