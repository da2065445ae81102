# Las cuentas del personal: la propia y la página de administración.

account-title = Mi cuenta
account-factor = Segundo factor
account-factor-on = En cada inicio de sesión se le pide un código de su aplicación de autenticación.
account-factor-off = Usted inicia sesión solo con la contraseña. Un segundo factor protege su cuenta si alguien llega a conocerla.
account-factor-set = Configurar un segundo factor
account-factor-remove = Quitar el segundo factor
account-codes = El segundo factor está configurado. Guarde estos códigos de recuperación en un lugar seguro; solo se muestran ahora. Cada uno sustituye una vez a un código si pierde el teléfono.
account-codes-left = { $count ->
    [one] Queda { $count } código de recuperación.
    [many] Quedan { $count } de códigos de recuperación.
   *[other] Quedan { $count } códigos de recuperación.
  }
account-code = Código
account-code-wanted = Introduzca el código que muestra su aplicación de autenticación o uno de sus códigos de recuperación.
account-scan = Escanee esta imagen con una aplicación de autenticación e introduzca el código que muestre.
account-qr = Código QR con el secreto; figura también escrito abajo.
account-secret = Si no puede escanearla, introduzca este secreto a mano:
account-logins = Sesiones abiertas
account-browser = Navegador
account-begun = Desde
account-seen = Último uso
account-this = esta sesión
account-end = Cerrar
account-end-others = Cerrar todas las demás
account-choose = Elegir una contraseña
account-welcome = { $name }, elija una contraseña para su cuenta { $login }. Este enlace solo funciona una vez.
account-single = Iniciar sesión con la cuenta de su organización
people-state = Estado
people-link = { $hours ->
    [one] Entregue este enlace a { $login }; funciona una sola vez, durante { $hours } hora:
    [many] Entregue este enlace a { $login }; funciona una sola vez, durante { $hours } de horas:
   *[other] Entregue este enlace a { $login }; funciona una sola vez, durante { $hours } horas:
  }
people-active = activa
people-inactive = desactivada
people-with-factor = con segundo factor
people-new-link = Nuevo enlace
people-deactivate = Desactivar
people-activate = Reactivar
people-reset-factor = Quitar el segundo factor
people-role-of = Función de { $login }
people-save-role = Guardar la función de { $login }
error-second-factor-code = Este código no es correcto o ya se ha utilizado.
error-second-factor-there = Ya existe un segundo factor. Quítelo primero.
error-second-factor-none = No hay segundo factor.
error-link-void = Este enlace ya se utilizó, se sustituyó o ha caducado. Pida uno nuevo a la administración.
error-last-administrator = Debe haber una persona administradora que pueda iniciar sesión. Designe primero a otra.
error-provider = El inicio de sesión de la organización no se completó. Inténtelo de nuevo o consulte a la administración.
error-provider-unknown = La cuenta de su organización no da acceso a esta consola. Consulte a la administración.
