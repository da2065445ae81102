widget-more = Mostrar el resto

widget-download-data = Descargar como datos (JSON)
widget-anew = Iniciar una conversación nueva
widget-anew-question = ¿Iniciar una conversación nueva? Esta dejará de mostrarse aquí; nuestro servicio la conserva. Descárguela antes si quiere guardarla.
widget-large = Vista grande
widget-mute = Sin sonido

widget-shared = Dispositivo compartido
widget-shared-on = Dispositivo compartido: aquí no se guarda nada cuando cierre el chat o esta página.
widget-shared-off = Este dispositivo vuelve a guardar la conversación, para que la encuentre cuando regrese.
widget-leave = Salir ahora

widget-email-down = El servicio no responde en este momento. Deje su correo electrónico: su mensaje se entregará en cuanto vuelva a funcionar y la respuesta le llegará por correo.
widget-email-kept = El servicio no responde en este momento. Su mensaje y su dirección se guardan en este dispositivo y se entregarán en cuanto vuelva a funcionar, a más tardar cuando visite de nuevo este sitio.

## Un archivo que pide el equipo

widget-file = Un archivo para nuestro equipo
widget-file-choose = Elegir un archivo
widget-file-send = Enviar el archivo
widget-file-sending = Se está enviando el archivo …
widget-file-kept = El archivo no se ha enviado: se cortó la conexión. Sigue elegido aquí; envíelo de nuevo.
widget-file-large = Este archivo supera los {$limit} MB. Elija uno más pequeño.
