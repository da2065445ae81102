# Lo que espera a un miembro del equipo, y si la consola está conectada.

console-waits = { $count ->
    [one] { $count } le espera
   *[other] { $count } le esperan
  }
console-unread = La persona ha escrito
console-lost = No se puede acceder al servicio. Lo que escriba se conserva aquí; la página continúa por sí sola en cuanto el servicio vuelva.
console-failed = Esto no llegó al servicio. Lo que escribió sigue aquí; inténtelo de nuevo en un momento.
account-chime = Aviso sonoro
account-chime-wanted = Emitir un tono cuando le espere una nueva solicitud o un nuevo mensaje
account-chime-try = Probar el tono
