erasure-asked = Ha pedido que se borre esta conversación. Como contiene una denuncia, alguien de nuestro equipo debe confirmarlo antes (solicitud { $case }). Hasta entonces permanece en nuestro servicio. Puede quitarla ya de este dispositivo: inicie una conversación nueva o elija «Salir ahora».

console-erasure = Se ha pedido el borrado
console-erasure-asked = El { $when } se pidió borrar esta conversación. Asegúrese de que lo pide quien presentó la denuncia: otra persona puede tener el dispositivo.
console-erasure-sure = Tengo la certeza de que quien presentó la denuncia lo desea
console-erase = Borrar definitivamente la conversación
