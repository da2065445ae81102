# Accounts of staff: one's own, and the administrators' page.

account-title = My account
account-factor = Second factor
account-factor-on = Each time you log in, you are asked for a code from your authenticator app.
account-factor-off = You log in with your password alone. A second factor protects your account if the password becomes known.
account-factor-set = Set up a second factor
account-factor-remove = Remove the second factor
account-codes = The second factor is set up. Keep these recovery codes in a safe place; they are shown only now. If you lose your phone, each of them can replace a code once.
account-codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
  }
account-code = Code
account-code-wanted = Enter the code that your authenticator app shows, or one of your recovery codes.
account-scan = Scan this picture with an authenticator app, then enter the code that it shows.
account-qr = QR code with the secret; the same is written below.
account-secret = If you cannot scan it, enter this secret by hand:
account-logins = Where you are logged in
account-browser = Browser
account-begun = Since
account-seen = Last used
account-this = this one
account-end = End
account-end-others = End all others
account-choose = Choose a password
account-welcome = { $name }, choose a password for your account { $login }. This link works once.
account-single = Log in with your organisation’s account
people-state = State
people-link = { $hours ->
    [one] Give { $login } this link; it works once, within { $hours } hour:
   *[other] Give { $login } this link; it works once, within { $hours } hours:
  }
people-active = active
people-inactive = shut out
people-with-factor = with a second factor
people-new-link = New link
people-deactivate = Shut out
people-activate = Let in again
people-reset-factor = Remove second factor
people-role-of = Role of { $login }
people-save-role = Save the role of { $login }
error-second-factor-code = This code is wrong or has already been used.
error-second-factor-there = A second factor has already been set up. Remove it first.
error-second-factor-none = No second factor has been set up.
error-link-void = This link has been used or replaced, or it is too old. Ask your administrator for a new one.
error-last-administrator = There must be an administrator who can log in. Make somebody else administrator first.
error-provider = Logging in through the organisation did not work. Please try again, or ask your administrator.
error-provider-unknown = Your organisation’s account gives no access to this console. Please ask your administrator.
